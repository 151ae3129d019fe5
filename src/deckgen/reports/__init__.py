"""How findings go out: lines for a person, annotations for GitHub, JSON and SARIF for programs. A module for each."""
