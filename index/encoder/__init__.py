"""The one place that runs a learned model of sentences: texts -> vectors whose cosines tell how near they mean."""
