// What the file says about time: dated events (lifecycle), intervals made of them (temporalData), and the
// marks on elements that point to these (period, start, end, status). Private to the room.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "akn/document.hpp"
#include "akn/xml/dom.hpp"

namespace lacuna::akn::xml {

class Lifecycle {
  public:
    // `date` is the day that is asked about, as YYYY-MM-DD; empty: only marks without a date count.
    Lifecycle(Node root, std::string date);

    // What an element says about its own time.
    struct Marks {
        std::string_view period, start, end, status;
        bool operator==(Marks const& other) const = default;
    };
    // The force of an element inside one of force `outer`. What is not in force holds nothing that is.
    [[nodiscard]] Force of(Marks const& marks, Force outer) const;

  private:
    struct Interval {
        std::string_view start, end;  // dates, which `dates_` holds; empty: open
    };
    void read_event(Node node);
    void read_group(Node node);
    [[nodiscard]] std::string_view date_of(std::string_view reference) const;
    [[nodiscard]] Force at_date(std::vector<Interval> const& intervals) const;

    std::string date_;
    std::map<std::string, std::string, std::less<>> dates_;                // of events, by id
    std::map<std::string, std::vector<Interval>, std::less<>> intervals_;  // of groups, by id
};

}  // namespace lacuna::akn::xml
