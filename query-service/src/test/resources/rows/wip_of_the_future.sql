SELECT NULL::bigint, NULL::double precision, 0
