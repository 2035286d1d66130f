"""Five answers -> a neighbourhood's own guide, in the place of the example."""
