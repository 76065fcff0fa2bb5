"""The authored stories, municipality by municipality."""
