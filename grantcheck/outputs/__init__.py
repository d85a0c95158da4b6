"""What leaves the program as files: results, letters, calendars."""
