"""The use cases: what a person does, called by the app and the command line alike."""
