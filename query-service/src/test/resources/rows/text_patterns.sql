SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND lower(issue_key) ~ '^pay-.0$' AND issue_type ~* 'u'
