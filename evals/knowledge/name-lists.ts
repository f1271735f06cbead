// What looks like the name of a person, and what only looks so. Both lists are meant to be read and
// added to; a name that is neither common nor here slips through, so new episodes are read as well.

/**
 * First names common among people who live in Germany. Those that are words as well, months or
 * parts of public names ("August", "Mark", "Rose", "Ernst") are left out: they would cry wolf.
 */
export const firstNames: readonly string[] =
  `Achim Adam Ahmed Ahmet Aleksander Alex Alexander Alexandra Ali Alina Alfred Amelie Amir Andrea
  Andreas Anette Angela Angelika Anita Anja Anke Anna Anne Annegret Annette Antje Anton Antonia Armin
  Arne Arthur Astrid Axel Aylin Ayşe Ayse Barbara Bastian Beate Beatrix Ben Benjamin Bernd Bernhard
  Bettina Birgit Björn Boris Brigitte Britta Bruno Burkhard Carina Carla Carmen Carola Caroline Carsten
  Charlotte Christa Christian Christiane Christina Christine Christoph Claudia Clara Clemens Corinna
  Cornelia Dagmar Daniel Daniela David Denis Dennis Detlef Dieter Dietmar Dirk Dominik Dora Doris
  Dorothea Eberhard Edith Elena Elif Elias Elisabeth Elke Ella Ellen Elsa Emil Emilia Emma Emre Erhard
  Erich Erik Erika Erwin Esra Eva Fabian Fatima Fatma Felix Ferdinand Florian Frank Franz Franziska
  Frauke Friederike Friedrich Fritz Gabi Gabriel Gabriele Georg Gerald Gerd Gerda Gerhard Gertrud Gisela
  Gregor Greta Gudrun Günter Günther Hanna Hannah Hannelore Hannes Hans Harald Hartmut Hasan Heidi Heike
  Heiko Heiner Heinrich Heinz Helena Helga Helmut Hendrik Henning Henry Herbert Hermann Hilde Holger
  Horst Hubert Hüseyin Ibrahim Igor Ilona Ilse Ines Inga Inge Ingeborg Ingo Ingrid Irene Iris Irina
  Irmgard Isabel Isabella Ivan Jacob Jakob Jan Jana Janina Jannik Jasmin Jens Jessica Joachim Jochen
  Johann Johanna Johannes Jonas Jonathan Jörg Josef Joseph Julia Julian Juliane Jürgen Jutta Kai Karin
  Karl Karla Karsten Katharina Kathrin Katja Katrin Kerstin Kevin Kirsten Klara Klaus Konrad Konstantin
  Kristina Kurt Lara Lars Laura Lea Lena Leon Leonie Lilli Lina Linda Lisa Lothar Louis Luca Lucas Ludwig
  Luis Luisa Lukas Lutz Lydia Maik Maja Malte Manfred Manuel Manuela Marc Marcel Marco Marcus Margarete
  Margit Margot Maria Marianne Marie Marina Mario Marion Marko Markus Marlene Marlies Martha Martin
  Martina Marvin Mathias Matthias Maurice Maximilian Mehmet Melanie Mia Michael Michaela Michelle Miriam
  Mohamed Mohammed Monika Moritz Murat Mustafa Nadine Natalie Natascha Nicole Niklas Nils Nina Noah
  Norbert Ole Olaf Oleg Olga Oliver Oskar Otto Patricia Patrick Paul Paula Peter Petra Philipp Pia Rainer
  Ralf Ralph Ramona Raphael Rebecca Regina Reiner Reinhard Reinhold Renate Richard Rita Robert Robin Roland
  Rolf Ronald Rosemarie Rudolf Ruth Sabine Sabrina Samuel Sandra Sara Sarah Sascha Sebastian Selin Sibylle
  Siegfried Sigrid Silke Silvia Simon Simone Sofia Sonja Sophia Sophie Stefan Stefanie Steffen Stephan
  Stephanie Susanne Sven Svenja Svetlana Sylvia Tamara Tanja Tatjana Theo Theresa Thomas Thorsten Tim Timo
  Tina Tobias Tom Torben Torsten Udo Ulf Ulrich Ulrike Ursula Ute Uwe Vanessa Vera Verena Veronika Viktor
  Viktoria Vincent Volker Waltraud Walter Werner Wiebke Wilfried Wilhelm Willi Winfried Wolfgang Yasmin
  Yusuf Yvonne Zeynep`.split(/\s+/)

/** Titles that a surname follows, in any case. */
export const titles: readonly string[] = [
  ...['Herr', 'Herrn', 'Frau', 'Fräulein', 'Doktor', 'Dr.', 'Professor', 'Professorin', 'Prof.'],
]

/** Who may be named, in the words that would otherwise be taken for a person. */
export const allowed: readonly string[] = [
  // Literature: who made the scale of e10.
  'Daniel Graf',
  'Barbara Schwede',
]

/** What follows a title and is a role: "Herr Bürgermeister". */
export const roles: ReadonlySet<string> = new Set([
  ...['Bürgermeister', 'Bürgermeisterin', 'Landrat', 'Landrätin', 'Kämmerer', 'Kämmerin'],
  ...['Doktor', 'Professor', 'Professorin', 'Kollege', 'Kollegin', 'Vorsitzender', 'Vorsitzende'],
])
