"""The dashboard, without a browser: what is in view, what is drawn, what is served."""
