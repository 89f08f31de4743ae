"""Rules: findings about a concept's content."""
