META
key;value
description;Streets in order
country;Nowhere
unit;Sketchford
instance;2026
num_projects;3
num_votes;4
budget;1000
vote_type;ordinal
rule;unknown
date_begin;2026
date_end;2026
max_length;3
PROJECTS
project_id;cost;name
elm;500;Elm street
oak;400;Oak street
ash;300;Ash street
VOTES
voter_id;vote
a;elm,oak,ash
b;elm,oak
c;oak
d;ash,oak,elm
