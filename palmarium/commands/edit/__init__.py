"""The editor's desk: the files of a site as forms in a browser on this machine, checked before they are saved."""
