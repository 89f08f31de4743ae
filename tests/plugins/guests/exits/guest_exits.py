"""A guest that ends the program when it is loaded."""

import sys

sys.exit("this guest does not like it here")
