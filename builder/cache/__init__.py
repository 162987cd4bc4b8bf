"""Cache of what earlier runs found and built, so that what has not changed need not be worked out again.

All of it can be deleted at any time: it is then worked out anew. Nothing here loads the model or the exits, so a run
where nothing has changed is as quick as it can be.
"""
