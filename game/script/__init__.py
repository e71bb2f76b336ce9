"""Scripts of the world: which letters belong to which, and in what order a line of them is read."""
