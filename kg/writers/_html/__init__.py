"""The parts of the HTML page: data (Python to JSON), page (template and hashes), app (the script), vendor."""
