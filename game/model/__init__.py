"""
What a pack is: plain frozen values that every other room reads.

No reading of files here, no rules, no clock. Start with `pack.py`.
"""
