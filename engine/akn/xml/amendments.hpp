// What the metadata of an amending act says about its modifications: which provision of which act each of
// them changes. Private to the room.
#pragma once

#include <map>
#include <string_view>

#include "akn/xml/dom.hpp"

namespace lacuna::akn::xml {

class Amendments {
  public:
    // `main` is the document that has the metadata; views point into its tree.
    explicit Amendments(Node main);

    // The target of a modification or quoted text with one of these identifiers; empty when not said.
    [[nodiscard]] std::string_view target(std::string_view eid, std::string_view id) const;

  private:
    void read(Node modification);

    std::map<std::string_view, std::string_view> target_of_;
};

}  // namespace lacuna::akn::xml
