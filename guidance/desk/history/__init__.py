"""What was done: who reads which of it, how it is asked, shown, compared and taken out."""
