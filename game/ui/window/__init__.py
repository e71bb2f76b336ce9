"""The pygame window: the only room that imports pygame. Loop, input, type, painting and sound."""
