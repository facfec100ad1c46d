-- A row for each channel over which the server replicates another, running or not; the statement has
-- another name from 8.0.22 on, and the old one is gone in 8.4. Needs REPLICATION CLIENT.
SHOW /*!80022 REPLICA STATUS # */ SLAVE STATUS
/*!80022 */
