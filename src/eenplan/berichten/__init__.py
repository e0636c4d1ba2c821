"""Letters and messages: what they must say, and how they look on paper."""
