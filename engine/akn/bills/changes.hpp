// What a bill's file says of the changes that it makes: from textualMod where it has them, else from the
// modifications that stand in its text. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "akn/bills/tags.hpp"

namespace lacuna::akn::bills {

// A piece of a bill that goes into an act, or names words that go out of it.
struct Part {
    bool structure = false;            // an element with a number of its own; else words
    std::uint32_t begin = 0, end = 0;  // of the element; of the words, without the tags around them
    std::string element, num, id;      // of a structure
    std::string words;                 // of words, blanks collapsed
};

struct ChangeText {
    enum class Kind : std::uint8_t { unsaid, insertion, substitution, repeal, other };
    Kind kind = Kind::unsaid;
    std::string named;        // the kind as the file names it
    std::string destination;  // as the file names it; may be unknown
    std::string position;     // "before", "after", "start", "end", …
    bool several = false;     // it reaches up to another provision
    std::vector<Part> fresh, old;
    std::vector<Part> unsorted;        // words that the file does not call new or old
    std::vector<std::string> cited;    // what the modification refers to, outside of what it quotes
    std::uint32_t begin = 0, end = 0;  // where it stands in the bill
};

struct BillChanges {
    std::vector<ChangeText> changes;  // in the order of the bill
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        quoted;                     // bytes of quoted elements, outermost, in order
    std::vector<std::string> acts;  // works that the bill says it changes, or cites in its body
};
[[nodiscard]] BillChanges read_changes(std::string_view raw, std::vector<Tag> const& tags);

}  // namespace lacuna::akn::bills
