"""What is printed, seen before it is: beside the case, in step with it."""
