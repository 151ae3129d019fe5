"""Read, check, draw, write, publish: the only place that knows this order."""
