"""Where the work runs; the modules of this folder are the list (``kg build --engine NAME``)."""
