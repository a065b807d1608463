SELECT count(*) FROM warehouse.issues WHERE done_at >= '{year_ago}' AND done_at < '{today}'
