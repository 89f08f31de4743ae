MEDIA_TYPE = "x"


def write(report, template):
    raise NotImplementedError
