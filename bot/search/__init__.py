"""Understanding what a message means, and which services fit. Pure: text and directory in, values out."""
