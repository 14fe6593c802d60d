-- Which service points are priority customers comes with their file; "none" takes the flag away, nothing leaves it as it is.
ALTER TABLE staging.service_point ADD COLUMN priority text;
