-- Segments and what depends on each: docs/tracing.md. Numbers of one revision of a network; the next import may give others.
CREATE SEQUENCE network_revision_seq AS int;

CREATE TABLE network (
  service service PRIMARY KEY,
  -- Never used twice, so that what a process remembers of a revision stays true.
  revision int NOT NULL,
  imported_at timestamptz(3) NOT NULL,
  file_names text[] NOT NULL,
  -- A service point that names no node and no link belongs to the nearest link within so many metres.
  tie_within float8 NOT NULL CHECK (tie_within >= 0)
);

CREATE TABLE network_segment (
  service service NOT NULL,
  number int NOT NULL,
  -- Segments number to last lose every source when this one is isolated. NULL: no source reaches it.
  last int CHECK (last >= number),
  -- Where one segment's isolation cuts a piece off, and the piece was entered here: that segment. The piece is number to piece_last.
  parent int,
  piece_last int CHECK (piece_last >= last),
  has_source boolean NOT NULL,
  PRIMARY KEY (service, number)
);
CREATE INDEX network_segment_parent_idx ON network_segment (service, parent, number) WHERE parent IS NOT NULL;

ALTER TABLE network_node ADD COLUMN segment int;
ALTER TABLE network_link ADD COLUMN segment int;
CREATE INDEX network_link_segment_idx ON network_link (service, segment);

ALTER TABLE device ADD COLUMN link_segment int, ADD COLUMN node_segment int;
CREATE INDEX device_link_code_idx ON device (service, link_code);
CREATE INDEX device_node_code_idx ON device (service, node_code);
CREATE INDEX device_link_segment_idx ON device (service, link_segment);
CREATE INDEX device_node_segment_idx ON device (service, node_segment);
-- Few, and asked for in wide ranges: what could bring supply back.
CREATE INDEX device_idle_link_segment_idx ON device (service, link_segment) WHERE NOT conducting;
CREATE INDEX device_idle_node_segment_idx ON device (service, node_segment) WHERE NOT conducting;

-- To remove a node is to ask who still hangs on it.
CREATE INDEX network_link_from_node_idx ON network_link (service, from_node);
CREATE INDEX network_link_to_node_idx ON network_link (service, to_node);

-- Codes are found by how they begin.
CREATE INDEX network_link_code_idx ON network_link (service, lower(code) text_pattern_ops);
CREATE INDEX device_code_idx ON device (service, lower(code) text_pattern_ops);

-- Whom a range of segments supplies is answered from this index alone. Empty, and free, where nobody imported a network.
ALTER TABLE service_point ADD COLUMN segment int;
CREATE INDEX service_point_segment_idx ON service_point (service, segment) INCLUDE (units) WHERE segment IS NOT NULL;

-- What network files say, before it is checked and merged. `file` counts the files of a run from 0.
ALTER TABLE staging.rejected_row
  ADD COLUMN file int NOT NULL DEFAULT 0,
  DROP CONSTRAINT rejected_row_pkey,
  ADD PRIMARY KEY (run_id, file, line);

ALTER TABLE staging.service_point ADD COLUMN node_code text, ADD COLUMN link_code text;

CREATE UNLOGGED TABLE staging.network_node (
  run_id int NOT NULL,
  file int NOT NULL,
  line int NOT NULL,
  code text NOT NULL,
  kind node_kind NOT NULL,
  x float8,
  y float8,
  geom geometry(Point, 4326)
);

CREATE UNLOGGED TABLE staging.network_link (
  run_id int NOT NULL,
  file int NOT NULL,
  line int NOT NULL,
  code text NOT NULL,
  kind text NOT NULL,
  from_node text NOT NULL,
  to_node text NOT NULL,
  -- "x y, x y": the whole line, or NULL where it follows from the nodes and the file's vertices.
  shape text,
  is_closed boolean NOT NULL,
  geom geometry(LineString, 4326)
);

CREATE UNLOGGED TABLE staging.network_device (
  run_id int NOT NULL,
  file int NOT NULL,
  line int NOT NULL,
  code text NOT NULL,
  kind device_kind NOT NULL,
  link_code text NOT NULL,
  node_code text NOT NULL,
  conducting boolean NOT NULL,
  x float8,
  y float8,
  geom geometry(Point, 4326)
);

CREATE UNLOGGED TABLE staging.network_point (
  run_id int NOT NULL,
  file int NOT NULL,
  line int NOT NULL,
  code text NOT NULL,
  node_code text,
  link_code text,
  kind service_point_kind,
  units int,
  x float8,
  y float8,
  geom geometry(Point, 4326)
);

-- What an EPANET file says of a node or link elsewhere: `coordinates`, `vertex`, and the states `open`, `closed` and `operated` of links.
CREATE UNLOGGED TABLE staging.network_remark (
  run_id int NOT NULL,
  file int NOT NULL,
  line int NOT NULL,
  what text NOT NULL,
  code text NOT NULL,
  x float8,
  y float8
);
