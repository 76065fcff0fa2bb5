"""Those who run the platform for the municipalities: their roles, their log, their way to help."""
