"""What colleagues write about a customer."""
