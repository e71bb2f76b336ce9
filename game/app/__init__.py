"""Joins the parts, still without a window: the running session, packs and saves, settings, places."""
