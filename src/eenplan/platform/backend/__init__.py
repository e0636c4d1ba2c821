"""Django's PostgreSQL backend, that hands out no connection the server has hung up on."""
