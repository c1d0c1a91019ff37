"""The words of the method as frozen data: no file, no frame, no screen."""
