META
key;value
description;"A made-up village; ""two groups"""
country;Nowhere
unit;Sketchford
instance;2026
num_projects;4
num_votes;10
budget;100
vote_type;approval
rule;equalshares/add1
date_begin;01.03.2026
date_end;21.03.2026
currency;EUR
weather;fine
PROJECTS
project_id;name;cost;category;votes;selected
B;Benches by the river;50;public space;6;1
A;"Playground; with a slide";60.00;sport,children;6;0
D;Street lamps;30;safety;0;0
C;"The ""Corner"" library";40;culture;4;1
VOTES
voter_id;age;sex;voting_method;vote
1;34;f;internet;A,B
2;51;m;internet;B,A
3;23;m;paper;A,B
4;19;f;internet;A,B
5;62;f;paper;A,B
6;54;m;internet;A,B
7;49;m;internet;C
8;27;f;internet;C
9;39;f;paper;C
10;;;internet;C
