"""The program's own sentences in every language, and times and dates as people say them."""
