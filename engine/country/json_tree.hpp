// JSON with the place of every value, so that an error can point at the line: a parser library gives values
// without places. Small files only; the tree is plain data.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace lacuna::country {

struct JsonMember;

struct Json {
    enum class Kind : std::uint8_t { null, boolean, number, string, array, object };
    Kind kind = Kind::null;
    bool truth = false;
    std::string text;                 // string; number as written
    std::vector<Json> items;          // array
    std::vector<JsonMember> members;  // object, in the order of the file
    Span span;                        // from the first to the last character of the value
    [[nodiscard]] Json const* find(std::string_view name) const;

    // Out of line: a member is complete only below.
    Json();
    Json(Json const&);
    Json(Json&&) noexcept;
    Json& operator=(Json const&);
    Json& operator=(Json&&) noexcept;
    ~Json();
};
struct JsonMember {
    std::string name;
    Json value;
};
[[nodiscard]] std::string_view to_string(Json::Kind kind);

// Parses a Source that was read. Nothing when it is no JSON, nests too deeply or names a member twice: the
// cause is then an error (C001) with its place.
[[nodiscard]] std::optional<Json> parse_json(Source const& source, SourceId id, Diagnostics& diagnostics);

// Reads the members of one object: each asked-for field once, complaints (C002) for those that are missing,
// have the wrong form, or that nobody asked for.
class Fields {
  public:
    Fields(Json const& object, std::string what, Diagnostics& diagnostics);
    [[nodiscard]] bool good() const { return object_.kind == Json::Kind::object; }
    [[nodiscard]] std::string text(std::string const& name, bool required = false);
    [[nodiscard]] std::vector<std::string> texts(std::string const& name);
    // Every object of an array; an absent array is empty.
    void each(std::string const& name, std::string const& what, std::function<void(Fields&)> const& visit);
    [[nodiscard]] bool has(std::string const& name) const { return object_.find(name) != nullptr; }
    // The place of a member's value, or of the object when it has none.
    [[nodiscard]] Span place(std::string const& name) const;
    void complain(Span span, std::string message, std::string help = {});
    // Complains of members that were not asked for; call it last.
    void finish();

  private:
    [[nodiscard]] Json const* take(std::string const& name, Json::Kind kind, bool required);
    Json const& object_;
    std::string what_;
    Diagnostics& diagnostics_;
    std::vector<std::string> known_;
};

}  // namespace lacuna::country
