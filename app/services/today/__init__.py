"""The start page: what comes next, who waits for whom, and what is begun."""
