package org.libpass.web.reader;

import java.time.LocalDate;
import java.util.List;
import org.libpass.card.Card;
import org.libpass.card.CardSeal;
import org.libpass.card.PartnerLibraries;
import org.libpass.card.PartnerLibraries.Partner;
import org.libpass.platform.PublicAddress;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.school.School;
import org.libpass.school.Schools;
import org.libpass.web.Barcodes;
import org.libpass.web.Closings.Closing;
import org.springframework.stereotype.Component;

/** What stands on a card, on the screen and on paper. */
@Component
public class CardFaces {

  private final Readers readers;
  private final Schools schools;
  private final PartnerLibraries libraries;
  private final Offers offers;
  private final CardSeal seal;
  private final PublicAddress address;
  private final TaipeiClock clock;

  CardFaces(
      Readers readers,
      Schools schools,
      PartnerLibraries libraries,
      Offers offers,
      CardSeal seal,
      PublicAddress address,
      TaipeiClock clock) {
    this.readers = readers;
    this.schools = schools;
    this.libraries = libraries;
    this.offers = offers;
    this.seal = seal;
    this.address = address;
    this.clock = clock;
  }

  /**
   * A card's face.
   *
   * @param reader whose card
   * @param school the home school
   * @param number what desks scan, as Code 128: the number, and of which generation it is
   * @param slot the slot account as Code 128
   * @param qr the link to the page that says whether the card is genuine, as a QR code
   * @param partners the schools that lend to this reader
   * @param closings their closed days until the card's last day
   * @param today the date
   */
  public record Face(
      Reader reader,
      School school,
      Barcodes.Drawing number,
      Barcodes.Drawing slot,
      Barcodes.Drawing qr,
      List<Partner> partners,
      List<Closing> closings,
      LocalDate today) {

    /** Whether the name has characters that a printer's or a desk's font may lack. */
    public boolean hasRareName() {
      return reader.name().codePoints().anyMatch(Character::isSupplementaryCodePoint);
    }

    /** The loan length that most schools have, in days; 0 without schools. */
    public int usualLoanDays() {
      return Offers.usualLoanDays(partners);
    }

    /** Whether all of them have that. */
    public boolean hasOneLoanLength() {
      return partners.stream().mapToInt(Partner::loanDays).distinct().count() <= 1;
    }
  }

  /** The face of an issued card. */
  public Face of(Card card) {
    Reader reader = readers.get(card.reader());
    List<Partner> partners = libraries.of(reader);
    return new Face(
        reader,
        schools.get(card.school()),
        Barcodes.code128(card.code().toString()),
        Barcodes.code128(card.slotAccount()),
        Barcodes.qr(address.link("/verify/" + seal.token(card))),
        partners,
        offers.closings(partners, card.validUntil()),
        clock.today());
  }
}
