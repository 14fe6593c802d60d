-- What the map's tiles are drawn from, and whether it has changed since (docs/decisions/017-tiles-at-scale.md).

-- A row for each statement that changed what a layer shows, seen by others when its transaction ends and not before. The sum of a layer's
-- marks is its revision. Rows are only added, so that writers never wait for each other; marks are drawn by lot, so that a database that is
-- restored from a backup does not come back to a revision under which somebody keeps other tiles.
CREATE TABLE tile_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  layer text NOT NULL,
  mark numeric NOT NULL DEFAULT trunc(random() * 9007199254740991) + 1
);
CREATE INDEX tile_change_layer_idx ON tile_change (layer) INCLUDE (mark);

-- Every hundredth change adds up those before it that nobody else is just adding up: the sums stay what they are.
CREATE FUNCTION note_tile_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change bigint;
BEGIN
  INSERT INTO tile_change (layer) VALUES (TG_ARGV[0]) RETURNING id INTO change;
  IF change % 100 = 0 THEN
    WITH earlier AS (
      DELETE FROM tile_change WHERE id IN (SELECT id FROM tile_change WHERE id < change FOR UPDATE SKIP LOCKED) RETURNING layer, mark
    )
    INSERT INTO tile_change (layer, mark) SELECT layer, sum(mark) FROM earlier GROUP BY layer;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER backdrop_tiles AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON backdrop_feature
  FOR EACH STATEMENT EXECUTE FUNCTION note_tile_change('backdrop');
CREATE TRIGGER address_tiles AFTER INSERT OR UPDATE OF number, suffix, geom OR DELETE OR TRUNCATE ON address
  FOR EACH STATEMENT EXECUTE FUNCTION note_tile_change('addresses');
CREATE TRIGGER network_link_tiles AFTER INSERT OR UPDATE OF service, code, kind, geom OR DELETE OR TRUNCATE ON network_link
  FOR EACH STATEMENT EXECUTE FUNCTION note_tile_change('links');
CREATE TRIGGER device_tiles AFTER INSERT OR UPDATE OF service, code, kind, conducting, geom OR DELETE OR TRUNCATE ON device
  FOR EACH STATEMENT EXECUTE FUNCTION note_tile_change('devices');
CREATE TRIGGER service_point_tiles AFTER INSERT OR UPDATE OF service, code, kind, units, geom OR DELETE OR TRUNCATE ON service_point
  FOR EACH STATEMENT EXECUTE FUNCTION note_tile_change('service-points');
CREATE TRIGGER boundary_tiles AFTER INSERT OR UPDATE OF kind, service, name, geom OR DELETE OR TRUNCATE ON boundary
  FOR EACH STATEMENT EXECUTE FUNCTION note_tile_change('boundaries');

-- Service points counted by cells of the web map, 16 to a tile's side, from zoom 8 to 14: from far away the map shows these. `geom` is the
-- middle of the points, not of the cell.
CREATE TABLE service_point_cell (
  zoom smallint NOT NULL,
  x int NOT NULL,
  y int NOT NULL,
  service service NOT NULL,
  points int NOT NULL,
  units int NOT NULL,
  geom geometry(Point, 4326) NOT NULL,
  PRIMARY KEY (zoom, x, y, service)
);

-- Writes only what is different from before: an import mostly confirms what is known.
CREATE FUNCTION count_service_points_by_cell() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever else counts just now counts first: the statement below then sees what they wrote.
  LOCK TABLE service_point_cell IN SHARE ROW EXCLUSIVE MODE;
  WITH point AS (
    SELECT service, units, ST_X(geom) AS lon, greatest(-85, least(85, ST_Y(geom))) AS lat FROM service_point
  ), near AS MATERIALIZED (
    SELECT floor((lon + 180) / 360 * 262144)::int AS x, floor((1 - asinh(tan(radians(lat))) / pi()) / 2 * 262144)::int AS y, service,
      count(*) AS points, sum(units) AS units, sum(lon) AS lon, sum(lat) AS lat
    FROM point GROUP BY 1, 2, 3
  ), counted AS MATERIALIZED (
    SELECT far.zoom, near.x >> (14 - far.zoom) AS x, near.y >> (14 - far.zoom) AS y, service, sum(points) AS points, sum(units) AS units,
      ST_SetSRID(ST_MakePoint(round((sum(lon) / sum(points))::numeric, 6), round((sum(lat) / sum(points))::numeric, 6)), 4326) AS geom
    FROM near CROSS JOIN generate_series(8, 14) AS far (zoom) GROUP BY 1, 2, 3, 4
  ), gone AS (
    DELETE FROM service_point_cell cell WHERE NOT EXISTS (
      SELECT 1 FROM counted WHERE (counted.zoom, counted.x, counted.y, counted.service) = (cell.zoom, cell.x, cell.y, cell.service)
    )
  )
  INSERT INTO service_point_cell AS cell (zoom, x, y, service, points, units, geom) SELECT * FROM counted
    ON CONFLICT (zoom, x, y, service) DO UPDATE SET points = EXCLUDED.points, units = EXCLUDED.units, geom = EXCLUDED.geom
    WHERE cell.points <> EXCLUDED.points OR cell.units <> EXCLUDED.units OR NOT ST_Equals(cell.geom, EXCLUDED.geom);
END
$$;

-- At the end of the transaction, once however many of its statements changed service points.
CREATE FUNCTION count_changed_service_points() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('preavviso.cells_counted_in', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    PERFORM count_service_points_by_cell(), set_config('preavviso.cells_counted_in', pg_current_xact_id()::text, true);
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER service_point_cells AFTER INSERT ON tile_change DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.layer = 'service-points') EXECUTE FUNCTION count_changed_service_points();

-- What is there already.
INSERT INTO tile_change (layer) VALUES ('backdrop'), ('addresses'), ('links'), ('devices'), ('service-points'), ('boundaries');
