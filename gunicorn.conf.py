"""How gunicorn serves the web app; what the command line gives rules over this."""

bind = "127.0.0.1:8000"
workers = 2
threads = 2
preload_app = True
worker_class = "gthread"
timeout = 60
graceful_timeout = 10
accesslog = None
errorlog = "-"
loglevel = "warning"
control_socket_disable = True
umask = 0o077
