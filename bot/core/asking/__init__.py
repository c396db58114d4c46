"""What somebody asks: kind, words, dates, amounts, filters, what came before."""
