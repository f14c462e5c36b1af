/** What the documents of the project show, held against the program: commands, answers, settings, quotations, links. */
@NullMarked
package dev.keywright.distribution.documents;

import org.jspecify.annotations.NullMarked;
