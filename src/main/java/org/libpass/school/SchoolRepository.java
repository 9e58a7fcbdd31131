package org.libpass.school;

import org.springframework.data.repository.ListCrudRepository;

/** Stores schools with their opening hours. */
interface SchoolRepository extends ListCrudRepository<School, SchoolCode> {}
