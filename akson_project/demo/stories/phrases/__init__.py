"""What people write on ordinary days: tables of sentences in bokmål and nynorsk."""
