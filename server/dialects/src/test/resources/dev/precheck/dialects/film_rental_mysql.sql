-- A shop that lends films: what applications have beside plain tables.
CREATE TABLE actor (
  actor_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
  first_name VARCHAR(45) NOT NULL,
  last_name VARCHAR(45) NOT NULL,
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (actor_id),
  KEY actor_by_last_name (last_name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE language (
  language_id TINYINT UNSIGNED NOT NULL AUTO_INCREMENT,
  name CHAR(20) NOT NULL,
  PRIMARY KEY (language_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE film (
  film_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
  title VARCHAR(128) NOT NULL,
  description TEXT,
  release_year YEAR,
  language_id TINYINT UNSIGNED NOT NULL,
  rental_rate DECIMAL(4, 2) NOT NULL DEFAULT 4.99,
  length SMALLINT UNSIGNED,
  rating ENUM('G', 'PG', 'PG-13', 'R', 'NC-17') DEFAULT 'G',
  extras SET('trailers', 'commentaries', 'deleted scenes'),
  PRIMARY KEY (film_id),
  KEY film_by_title (title),
  FULLTEXT KEY film_words (title, description),
  CONSTRAINT film_language FOREIGN KEY (language_id) REFERENCES language (language_id)
    ON DELETE RESTRICT ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE film_actor (
  actor_id SMALLINT UNSIGNED NOT NULL,
  film_id SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (actor_id, film_id),
  CONSTRAINT film_actor_actor FOREIGN KEY (actor_id) REFERENCES actor (actor_id) ON UPDATE CASCADE,
  CONSTRAINT film_actor_film FOREIGN KEY (film_id) REFERENCES film (film_id) ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE customer (
  customer_id INT UNSIGNED NOT NULL AUTO_INCREMENT,
  email VARCHAR(190) NOT NULL,
  picture BLOB,
  active BOOLEAN NOT NULL DEFAULT TRUE,
  created DATETIME NOT NULL,
  PRIMARY KEY (customer_id),
  UNIQUE KEY customer_email (email)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE rental (
  rental_id INT NOT NULL AUTO_INCREMENT,
  rented DATETIME NOT NULL,
  film_id SMALLINT UNSIGNED NOT NULL,
  customer_id INT UNSIGNED NOT NULL,
  returned DATETIME,
  PRIMARY KEY (rental_id),
  UNIQUE KEY rental_once (rented, film_id, customer_id),
  CONSTRAINT rental_film FOREIGN KEY (film_id) REFERENCES film (film_id) ON UPDATE CASCADE,
  CONSTRAINT rental_customer FOREIGN KEY (customer_id) REFERENCES customer (customer_id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE VIEW film_list AS
SELECT film.film_id, film.title, language.name AS language
FROM film JOIN language ON language.language_id = film.language_id;

CREATE TRIGGER customer_created BEFORE INSERT ON customer FOR EACH ROW SET NEW.created = NOW();

CREATE FUNCTION films_of (wanted SMALLINT UNSIGNED) RETURNS INT READS SQL DATA
RETURN (SELECT COUNT(*) FROM film_actor WHERE actor_id = wanted);
