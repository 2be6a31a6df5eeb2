"""One folder a language: words, rules, lean."""
