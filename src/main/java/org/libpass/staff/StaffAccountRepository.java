package org.libpass.staff;

import java.util.List;
import org.libpass.school.SchoolCode;
import org.springframework.data.repository.ListCrudRepository;

/** Stores staff accounts. */
interface StaffAccountRepository extends ListCrudRepository<StaffAccount, String> {

  List<StaffAccount> findAllByOrderByUsername();

  List<StaffAccount> findBySchoolOrderByUsername(SchoolCode school);
}
