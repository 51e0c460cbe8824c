# Target headers_alone: every header of core, app and ui compiles with nothing before it. Not part of `all`.
add_custom_target(headers_alone)

function(neuroscribe_headers_alone name library)
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} ${ARGN})
    # torch's headers take half a minute each; the module's own sources include every header of it first.
    list(FILTER headers EXCLUDE REGEX "^core/nn/module/")
    if(NOT TARGET ${library} OR NOT headers)
        return()
    endif()
    set(sources)
    foreach(header IN LISTS headers)
        set(source ${PROJECT_BINARY_DIR}/headers_alone/${header}.cpp)
        file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${header}\"\n#include \"${header}\" // and twice\n")
        list(APPEND sources ${source})
    endforeach()
    add_library(${name} OBJECT EXCLUDE_FROM_ALL ${sources})
    target_compile_options(${name} PRIVATE -O0)
    target_link_libraries(${name} PRIVATE ${library})
    add_dependencies(headers_alone ${name})
endfunction()

neuroscribe_headers_alone(headers_alone_core neuroscribe_core ${PROJECT_SOURCE_DIR}/core/*.h)
neuroscribe_headers_alone(headers_alone_cli neuroscribe_core ${PROJECT_SOURCE_DIR}/app/cli/*.h)
neuroscribe_headers_alone(headers_alone_app neuroscribe_app ${PROJECT_SOURCE_DIR}/app/session/*.h
    ${PROJECT_SOURCE_DIR}/app/lanes/*.h ${PROJECT_SOURCE_DIR}/app/settings/*.h ${PROJECT_SOURCE_DIR}/app/i18n/*.h)
neuroscribe_headers_alone(headers_alone_ui neuroscribe_ui ${PROJECT_SOURCE_DIR}/ui/*.h)
