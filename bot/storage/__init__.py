"""What is kept, encrypted where it could hurt, and how it is wiped."""
