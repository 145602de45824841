"""What people keep of their questions: saved questions, dashboards, read-only links to them, and alerts."""
